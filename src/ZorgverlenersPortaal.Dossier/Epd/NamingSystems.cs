using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>The identifier systems of the Dutch field, new and old spelling (uzi.md §4, fhir.md §1.2).</summary>
internal static class NamingSystems
{
    public const string Bsn = "http://fhir.nl/fhir/NamingSystem/bsn";
    public const string Agb = "http://fhir.nl/fhir/NamingSystem/agb-z";
    public const string AgbOid = "urn:oid:2.16.840.1.113883.2.4.6.1";
    private const string Uzi = "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers";
    private const string UziOid = "urn:oid:2.16.528.1.1007.3.1";
    private const string Ura = "http://fhir.nl/fhir/NamingSystem/ura";
    private const string UraOid = "urn:oid:2.16.528.1.1007.3.3";
    private const string BsnOid = "urn:oid:2.16.840.1.113883.2.4.6.3";

    /// <summary>Is this UZI number of a person among the identifiers?</summary>
    public static bool HasUzi(IEnumerable<Identifier> identifiers, string number) => Has(identifiers, number, Uzi, UziOid);

    /// <summary>Is this subscriber number (URA) among the identifiers?</summary>
    public static bool HasUra(IEnumerable<Identifier> identifiers, string number) => Has(identifiers, number, Ura, UraOid);

    private static bool Has(IEnumerable<Identifier> identifiers, string number, string system, string oid) =>
        identifiers.Any(i => (i.System == system || i.System == oid) && i.Use is not "old" && i.Value?.Trim() == number);

    /// <summary>The AGB codes among identifiers; an identifier marked old is no longer one.</summary>
    public static IEnumerable<AgbCode> AgbOf(IEnumerable<Identifier> identifiers) => identifiers
        .Where(i => i.System is Agb or AgbOid && i.Use is not "old")
        .Select(i => AgbCode.TryRead(i.Value?.Trim()))
        .OfType<AgbCode>();

    /// <summary>Those of them that are in use at a moment: what a relation may rest on.</summary>
    public static IEnumerable<AgbCode> AgbOf(IEnumerable<Identifier> identifiers, DateTimeOffset now) =>
        AgbOf(identifiers.Where(i => Periods.Covers(i.Period, now)));

    /// <summary>The BSN of a patient, or null when it has none or a malformed one.</summary>
    public static Bsn? BsnOf(Patient patient) => patient.Identifiers
        .Where(i => i.System is Bsn or BsnOid && i.Use is not "old")
        .Select(i => Dossier.Bsn.TryRead(i.Value?.Trim()))
        .FirstOrDefault(bsn => bsn is not null);

    /// <summary>The patient has a BSN, and the EPD does not call it temporary.</summary>
    public static bool HasVerifiedBsn(Patient patient) =>
        BsnOf(patient) is { } bsn && !patient.Identifiers.Any(i => i.System is Bsn or BsnOid && i.Use is "temp" && Dossier.Bsn.TryRead(i.Value?.Trim()) == bsn);

    /// <summary>Every spelling of a code in both systems, as one token search value.</summary>
    public static string AgbToken(AgbCode agb) => Token(agb.Spellings, Agb, AgbOid);

    /// <summary>The same for a BSN: a second record in the other spelling must be found too.</summary>
    public static string BsnToken(Bsn bsn) =>
        Token(bsn.Value[0] == '0' ? [bsn.Value, bsn.Value[1..]] : [bsn.Value], Bsn, BsnOid);

    private static string Token(IReadOnlyList<string> spellings, params string[] systems) =>
        string.Join(',', spellings.SelectMany(s => systems.Select(system => $"{system}|{s}")));
}
