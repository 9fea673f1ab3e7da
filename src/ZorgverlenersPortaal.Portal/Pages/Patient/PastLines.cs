using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Medicines;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Words of what was: nothing here says "now". Dutch.</summary>
internal static class PastLines
{
    private const string Unsafe = "Kan niet veilig worden weergegeven";

    public static PastLine Of(TreatmentDirective directive) => new(
        directive.Text,
        Sentences(
            directive.Discussed is { } day ? "Besproken op " + day.DateAndTime : "Datum van bespreken onbekend",
            directive.AgreedWith is { } with ? "Afgesproken met: " + with : null,
            directive.Until is { } until ? "Tot " + until.DateAndTime : null,
            directive.ReasonForEnding is { } reason ? "Reden van beëindigen: " + reason : null,
            directive.Comment),
        Marks((!directive.IsCurrent, "Toen al beëindigd", false), (directive.Decision == DirectiveDecision.NotUnderstood, Unsafe, true)));

    public static PastLine Of(Diagnosis diagnosis) => new(
        diagnosis.Name,
        Sentences(diagnosis.Onset is { } onset ? "Sinds " + onset.Date : diagnosis.Recorded is { } recorded ? "Vastgelegd op " + recorded.Date : "Datum onbekend"),
        Marks(
            (diagnosis.IsNotUnderstood, Unsafe, true), (diagnosis.IsRefuted, "Uitgesloten: heeft de patiënt niet", true),
            (diagnosis.IsUnconfirmed, "Vermoedelijk", true), (!diagnosis.IsActive && !diagnosis.IsRefuted, "Toen niet meer actief", false)));

    public static PastLine Of(Allergy allergy) => new(
        allergy.Name,
        Sentences(allergy.Reactions, allergy.Onset is { } onset ? "Sinds " + onset.Date : null),
        Marks(
            (allergy.IsNotUnderstood, Unsafe, true), (allergy.IsHighRisk, "Hoog risico", true), (allergy.IsUnconfirmed, "Vermoedelijk", true),
            (allergy.IsRefuted, "Uitgesloten: niet allergisch", true), (allergy.IsInactive, "Toen niet meer actief", false)));

    public static PastLine Of(Admission stay) => stay.IsNotUnderstood
        ? new(Span(stay), "", Marks((true, Unsafe, true)))
        : new(
            Span(stay),
            Sentences(stay.Ward ?? "Afdeling niet vastgelegd", stay.Reason ?? "Reden niet vastgelegd", stay.Doctor ?? "Behandelaar niet vastgelegd"),
            Marks((true, State(stay.State), false)));

    public static PastLine Of(Medicine medicine) => medicine.IsNotUnderstood
        ? new(medicine.Name, medicine.Kind.Text(), Marks((true, Unsafe, true)))
        : new(
            medicine.Name,
            Sentences(
                medicine.Dosage ?? "Gebruik niet vastgelegd",
                medicine.Start is { } start ? $"Vanaf {start.DateAndTime}{(medicine.End is { } end ? " tot " + end.DateAndTime : "")}" : medicine.PeriodMissing ?? "Begin niet vastgelegd",
                medicine.Kind.Text(), medicine.By),
            Marks((medicine.State != MedicineState.InUse, medicine.StateText, medicine.State is MedicineState.DoNotGive or MedicineState.Unknown)));

    private static string Span(Admission stay) =>
        $"{stay.Start?.DateAndTime ?? "Begin onbekend"}{(stay.State.IsDischarged() ? " tot " + (stay.End?.DateAndTime ?? "onbekend") : "")}";

    private static string State(AdmissionState state) => state == AdmissionState.Admitted ? "Toen opgenomen" : AdmissionText.For(state);

    private static string Sentences(params string?[] parts) => string.Join(". ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static IReadOnlyList<(string Text, bool Warns)> Marks(params (bool Is, string Text, bool Warns)[] marks) =>
        [.. marks.Where(mark => mark.Is).Select(mark => (mark.Text, mark.Warns))];
}
