using ZorgverlenersPortaal.Dossier.Explanations;

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>A patient of the town; the stories of the year change her.</summary>
internal sealed class TownPatient(string id, string surname, string home, TownDoctor doctor)
{
    public string Id { get; } = id;

    public string Surname { get; set; } = surname;

    public string Home { get; set; } = home;

    public TownDoctor Doctor { get; set; } = doctor;

    /// <summary>The doctor she left, and her last day there.</summary>
    public (TownDoctor Doctor, DateOnly Ended)? Former { get; set; }

    public DateOnly? Died { get; set; }

    public bool IsStaff { get; set; }

    public bool IsPublicFigure { get; set; }

    /// <summary>Somebody's story is told of her: no other emergency is made up.</summary>
    public bool IsVictim { get; set; }

    public List<Explanation> Contacts { get; } = [];
}
