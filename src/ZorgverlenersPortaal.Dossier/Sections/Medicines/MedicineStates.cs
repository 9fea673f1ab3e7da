using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>The states of medication, in FHIR and in Dutch.</summary>
public static class MedicineStates
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this MedicineState state) => state switch
    {
        MedicineState.Unknown => "Status onbekend",
        MedicineState.InUse => "Actueel",
        MedicineState.Planned => "Gepland",
        MedicineState.Proposed => "Voorstel, nog geen afspraak",
        MedicineState.Interrupted => "Tijdelijk onderbroken",
        MedicineState.Stopped => "Gestopt",
        MedicineState.Ended => "Afgelopen",
        MedicineState.Cancelled => "Geannuleerd",
        MedicineState.NotTaken => "Wordt niet gebruikt",
        MedicineState.DoNotGive => "Niet geven",
        MedicineState.Given => "Toegediend",
        MedicineState.BeingGiven => "Toediening bezig",
        MedicineState.NotGiven => "Niet toegediend",
        MedicineState.ToSupply => "Te verstrekken",
        MedicineState.Supplied => "Verstrekt",
        MedicineState.NotSupplied => "Niet verstrekt",
    };

    /// <summary>A stop goes before all else; then what the status says; a period that is over before a status that says "active".</summary>
    internal static MedicineState Of(MedicationRecord record, MedicineKind kind, UseSpan span, DateTimeOffset now) => record switch
    {
        MedicationRequest { DoNotPerform: true } => MedicineState.DoNotGive,
        MedicationAdministration => OfAdministration(record.Status),
        MedicationDispense when kind is not MedicineKind.AdministrationAgreement => OfSupply(record.Status),
        { StopType: not null } => MedicineState.Stopped,
        MedicationRequest { Intent: "proposal" or "plan" or "option" } => MedicineState.Proposed,
        MedicationRequest { Intent: not ("order" or "original-order" or "reflex-order" or "filler-order" or "instance-order") } => MedicineState.Unknown,
        _ when kind is MedicineKind.SupplyRequest => OfSupply(record.Status is "active" ? "in-progress" : record.Status),
        _ => OfUse(record, span, now),
    };

    private static MedicineState OfUse(MedicationRecord record, UseSpan span, DateTimeOffset now) => record.Status switch
    {
        "draft" => MedicineState.Proposed,
        "cancelled" or "declined" => MedicineState.Cancelled,
        "not-taken" => MedicineState.NotTaken,
        "stopped" => MedicineState.Stopped,
        "on-hold" => span.IsOver(now) ? MedicineState.Ended : MedicineState.Interrupted,
        // For a dispense "completed" tells of the supply; the agreement in it may still stand.
        "completed" when record is not MedicationDispense || span.IsOver(now) => MedicineState.Ended,
        "active" or "intended" or "in-progress" or "preparation" => Running(span, now, record.Status is "intended"),
        "unknown" or null => ByTime(span, now),
        _ => span.IsOver(now) ? MedicineState.Ended : MedicineState.Unknown,
    };

    private static MedicineState Running(UseSpan span, DateTimeOffset now, bool isIntended) =>
        span.IsOver(now) ? MedicineState.Ended
        : isIntended || span.IsAhead(now) ? MedicineState.Planned
        : MedicineState.InUse;

    /// <summary>MP9 leaves the status "unknown": only the period tells.</summary>
    private static MedicineState ByTime(UseSpan span, DateTimeOffset now) =>
        span.IsOver(now) ? MedicineState.Ended
        : span.IsAhead(now) ? MedicineState.Planned
        : span.Covers(now, now) is true ? MedicineState.InUse
        : MedicineState.Unknown;

    private static MedicineState OfAdministration(string? status) => status switch
    {
        "completed" => MedicineState.Given,
        "in-progress" => MedicineState.BeingGiven,
        "not-done" => MedicineState.NotGiven,
        "on-hold" => MedicineState.Interrupted,
        "stopped" => MedicineState.Stopped,
        _ => MedicineState.Unknown,
    };

    private static MedicineState OfSupply(string? status) => status switch
    {
        "completed" => MedicineState.Supplied,
        "preparation" or "in-progress" => MedicineState.ToSupply,
        "cancelled" or "declined" => MedicineState.NotSupplied,
        "on-hold" => MedicineState.Interrupted,
        "stopped" => MedicineState.Stopped,
        _ => MedicineState.Unknown,
    };
}
