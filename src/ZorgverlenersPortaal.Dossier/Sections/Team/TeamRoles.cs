using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Roles in an admission (HL7 v3 ParticipationType, fhir.md §1.4) in Dutch.</summary>
internal static class TeamRoles
{
    private const string Insurer = "COV";

    private static readonly Dictionary<string, (int Rank, string Text)> _known = new(StringComparer.Ordinal)
    {
        ["RESP"] = (0, "Hoofdbehandelaar"),
        ["ATND"] = (1, "Behandelaar"),
        ["CON"] = (2, "Consulent"),
        ["PPRF"] = (3, "Uitvoerder"),
        ["SPRF"] = (4, "Medeuitvoerder"),
        ["PRF"] = (3, "Uitvoerder"),
        ["REF"] = (5, "Verwijzer"),
    };

    /// <summary>In Dutch where known; else as written; "Betrokken" when the EPD names no part.</summary>
    public static string Text(IReadOnlyList<CodeableConcept> types) =>
        Words.Join(types.OrderBy(t => Rank([t])).Select(t => Known(t)?.Text ?? Words.Of(t))) ?? "Betrokken";

    /// <summary>The doctor in charge first.</summary>
    public static int Rank(IReadOnlyList<CodeableConcept> types) => types.Select(t => Known(t)?.Rank ?? 9).DefaultIfEmpty(9).Min();

    /// <summary>An insurer takes no part in care.</summary>
    public static bool IsInsurer(IReadOnlyList<CodeableConcept> types) => types.Any(t => t.Codings.Any(c => c.Code == Insurer));

    private static (int Rank, string Text)? Known(CodeableConcept type) =>
        type.Codings.Where(c => c.Code is not null && _known.ContainsKey(c.Code)).Select(c => ((int, string)?)_known[c.Code!]).FirstOrDefault();
}
