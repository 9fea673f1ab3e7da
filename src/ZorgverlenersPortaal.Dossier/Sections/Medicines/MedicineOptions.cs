using System.Globalization;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>
/// Which categories the hospital uses for medication; section <c>Medication</c> (fhir.md §1.9). Codes are written
/// <c>system|code</c>; an empty list means the default.
/// </summary>
public sealed class MedicineOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Medication";

    private const string Snomed = "http://snomed.info/sct|";
    private const string Hl7 = "http://terminology.hl7.org/CodeSystem/";
    private const string Zib2017 = "urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3|";

    private static readonly string[] _agreement =
    [
        Snomed + "33633005", Snomed + "16076005", Hl7 + "medicationrequest-category|inpatient", Hl7 + "medicationrequest-category|outpatient",
        Hl7 + "medicationrequest-category|community", Hl7 + "medicationrequest-category|discharge",
    ];

    private static readonly string[] _schedule = [Snomed + "395067002"];
    private static readonly string[] _supplyRequest = [Snomed + "52711000146108"];
    private static readonly string[] _administrationAgreement = [Snomed + "422037009"];
    private static readonly string[] _supply = [Snomed + "373784005"];
    private static readonly string[] _use =
        [Snomed + "422979000", Zib2017 + "6", .. new[] { "inpatient", "outpatient", "community", "patientspecified" }.Select(c => $"{Hl7}medication-statement-category|{c}")];
    private static readonly string[] _discharge = [Hl7 + "medicationrequest-category|discharge"];

    private static readonly string[] _sources = ["MedicationRequest", "MedicationStatement", "MedicationDispense", "MedicationAdministration"];

    /// <summary>Types of resource that are asked for; fewer for an EPD that has not all of them.</summary>
    public IList<string> Sources { get; init; } = [];

    /// <summary>Categories of an agreement on use.</summary>
    public IList<string> AgreementCodes { get; init; } = [];

    /// <summary>Categories of a dosing schedule.</summary>
    public IList<string> ScheduleCodes { get; init; } = [];

    /// <summary>Categories of a request to supply.</summary>
    public IList<string> SupplyRequestCodes { get; init; } = [];

    /// <summary>Categories of the pharmacy's agreement on administration.</summary>
    public IList<string> AdministrationAgreementCodes { get; init; } = [];

    /// <summary>Categories of a supply.</summary>
    public IList<string> SupplyCodes { get; init; } = [];

    /// <summary>Categories of use.</summary>
    public IList<string> UseCodes { get; init; } = [];

    /// <summary>Categories of an agreement that is made for the discharge.</summary>
    public IList<string> DischargeCodes { get; init; } = [];

    /// <summary>Asks the EPD to send the products along; off for one that refuses <c>_include</c>.</summary>
    public bool Includes { get; set; } = true;

    /// <summary>Days back that administrations are asked for.</summary>
    public int AdministrationDays { get; set; } = 14;

    /// <summary>Administrations shown, the last ones; a longer list says that it is cut.</summary>
    public int MaximumAdministrations { get; set; } = 200;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults()
    {
        if (Sources.Except(_sources, StringComparer.Ordinal).Any() || Sources.Distinct(StringComparer.Ordinal).Count() != Sources.Count)
        {
            yield return $"{Section}:{nameof(Sources)} may hold, each once: {string.Join(", ", _sources)}";
        }
        foreach (var fault in Lists().SelectMany(l => CodeList.Faults($"{Section}:{l.Key}", l.Codes)))
        {
            yield return fault;
        }
        if (AdministrationDays is < 1 or > 366)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(AdministrationDays)} is {AdministrationDays}; it must lie between 1 and 366");
        }
        if (MaximumAdministrations is < 1 or > 10_000)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(MaximumAdministrations)} is {MaximumAdministrations}; it must lie between 1 and 10000");
        }
    }

    internal IList<string> Asked => Or(Sources, _sources);

    internal CodeList Discharge => new(Or(DischargeCodes, _discharge));

    internal MedicineKind KindOf(IReadOnlyList<CodeableConcept> categories) =>
        Lists().Where(l => l.Kind is not null && new CodeList(l.Codes).HasAny(categories)).Select(l => l.Kind!.Value).FirstOrDefault(MedicineKind.Other);

    private IEnumerable<(string Key, MedicineKind? Kind, IList<string> Codes)> Lists() =>
    [
        (nameof(AgreementCodes), MedicineKind.Agreement, Or(AgreementCodes, _agreement)),
        (nameof(ScheduleCodes), MedicineKind.Schedule, Or(ScheduleCodes, _schedule)),
        (nameof(SupplyRequestCodes), MedicineKind.SupplyRequest, Or(SupplyRequestCodes, _supplyRequest)),
        (nameof(AdministrationAgreementCodes), MedicineKind.AdministrationAgreement, Or(AdministrationAgreementCodes, _administrationAgreement)),
        (nameof(SupplyCodes), MedicineKind.Supply, Or(SupplyCodes, _supply)),
        (nameof(UseCodes), MedicineKind.Use, Or(UseCodes, _use)),
        (nameof(DischargeCodes), null, Or(DischargeCodes, _discharge)),
    ];

    private static IList<string> Or(IList<string> given, string[] usual) => given.Count > 0 ? given : usual;
}
