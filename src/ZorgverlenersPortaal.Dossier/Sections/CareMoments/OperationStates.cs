using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>The states of an operation, in FHIR and in Dutch.</summary>
public static class OperationStates
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this OperationState state) => state switch
    {
        OperationState.Unknown => "Status onbekend",
        OperationState.Planned => "Gepland",
        OperationState.Proposed => "Voorstel, nog geen opdracht",
        OperationState.Preparing => "In voorbereiding",
        OperationState.InProgress => "Bezig",
        OperationState.OnHold => "Uitgesteld",
        OperationState.Done => "Uitgevoerd",
        OperationState.Stopped => "Afgebroken",
        OperationState.NotDone => "Niet uitgevoerd",
        OperationState.Revoked => "Ingetrokken",
        OperationState.DoNotPerform => "Niet uitvoeren",
    };

    internal static OperationState Of(Procedure procedure) => procedure.Status switch
    {
        "preparation" => OperationState.Preparing,
        "in-progress" => OperationState.InProgress,
        "not-done" => OperationState.NotDone,
        "on-hold" => OperationState.OnHold,
        "stopped" => OperationState.Stopped,
        "completed" => OperationState.Done,
        _ => OperationState.Unknown,
    };

    internal static OperationState Of(ServiceRequest request) => request switch
    {
        { DoNotPerform: true } => OperationState.DoNotPerform,
        { Status: "revoked" } => OperationState.Revoked,
        { Status: "draft" } => OperationState.Proposed,
        // Without an intent nobody says that it was ordered.
        { Intent: not ("order" or "original-order" or "reflex-order" or "filler-order" or "instance-order") } => OperationState.Proposed,
        { Status: "active" } => OperationState.Planned,
        { Status: "on-hold" } => OperationState.OnHold,
        { Status: "completed" } => OperationState.Done,
        _ => OperationState.Unknown,
    };
}
