namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A value as the source wrote it (R11).</summary>
/// <param name="Written">Comparator and digits, or words.</param>
/// <param name="Unit">The unit, of a number that has one.</param>
/// <param name="LacksUnit">A quantity without any unit: to be shown as such, never guessed.</param>
public sealed record ResultValue(string Written, string? Unit, bool LacksUnit)
{
    /// <summary>All of it, ready to show.</summary>
    public string Text => LacksUnit ? $"{Written} (zonder eenheid)" : Unit is null ? Written : $"{Written} {Unit}";
}
