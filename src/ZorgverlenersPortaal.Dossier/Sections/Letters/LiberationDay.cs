namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>In which years 5 May is no working day: that differs by collective agreement.</summary>
public enum LiberationDay
{
    /// <summary>Once in five years: 2020, 2025, 2030.</summary>
    Lustrum,

    /// <summary>Each year.</summary>
    Every,

    /// <summary>In no year.</summary>
    Never,
}
