namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>The parts of a record in the menu beside it.</summary>
public static class RecordMenu
{
    /// <summary>The groups with their parts: words, last part of the address, and section on that page.</summary>
    public static readonly IReadOnlyList<(string? Group, IReadOnlyList<RecordMenuItem> Items)> Groups =
    [
        (null, [new("Samenvatting", "")]),
        ("Zorgmomenten", [new("Afspraken", "zorgmomenten", "afspraken"), new("Operaties", "zorgmomenten", "operaties"), new("Opnames", "zorgmomenten"), new("Verwijzingen", "zorgmomenten", "verwijzingen")]),
        ("Dossier", [new("Allergieën", "dossier"), new("Conclusie en beleid", "dossier", "beleid"), new("Correspondentie", "brieven"), new("Diagnoses", "dossier", "diagnoses"), new("Medicatie", "medicatie")]),
        ("Uitslagen", [new("Klinische chemie", "klinische-chemie"), new("Microbiologie", "microbiologie"), new("Nucleair lab", "nucleair"), new("Pathologie", "pathologie"), new("Radiologie", "radiologie"), new("Overige uitslagen", "overige-uitslagen")]),
    ];

    /// <summary>Address of a part.</summary>
    public static string Address(string handle, string part, string? section = null) =>
        $"/patient/{handle}{(part.Length == 0 ? "" : "/" + part)}{(section is null ? "" : "#" + section)}";
}
