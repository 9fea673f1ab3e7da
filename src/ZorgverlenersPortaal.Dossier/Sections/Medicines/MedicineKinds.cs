using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>Kinds of medication records in Dutch, and from the hospital's categories.</summary>
public static class MedicineKinds
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this MedicineKind kind) => kind switch
    {
        MedicineKind.Other => "Overig",
        MedicineKind.Agreement => "Medicatieafspraak",
        MedicineKind.Schedule => "Wisselend doseerschema",
        MedicineKind.SupplyRequest => "Verstrekkingsverzoek",
        MedicineKind.AdministrationAgreement => "Toedieningsafspraak",
        MedicineKind.Supply => "Verstrekking",
        MedicineKind.Use => "Medicatiegebruik",
        MedicineKind.Administration => "Toediening",
    };

    /// <summary>By its category; without one by its type, for most EPDs give none.</summary>
    internal static MedicineKind Of(MedicationRecord record, MedicineOptions options)
    {
        if (record is MedicationAdministration)
        {
            return MedicineKind.Administration;
        }
        var categories = record switch
        {
            MedicationRequest request => request.Categories,
            MedicationStatement { Category: { } category } => [category],
            MedicationDispense { Category: { } category } => [category],
            _ => [],
        };
        return categories.Count == 0 ? ByType(record) : options.KindOf(categories);
    }

    private static MedicineKind ByType(MedicationRecord record) => record switch
    {
        MedicationRequest => MedicineKind.Agreement,
        MedicationStatement => MedicineKind.Use,
        MedicationDispense => MedicineKind.Supply,
        _ => MedicineKind.Other,
    };
}
