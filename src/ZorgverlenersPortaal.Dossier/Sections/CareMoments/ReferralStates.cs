using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>The states of a referral, in FHIR and in Dutch.</summary>
public static class ReferralStates
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this ReferralState state) => state switch
    {
        ReferralState.Unknown => "Status onbekend",
        ReferralState.Draft => "Concept",
        ReferralState.Requested => "Aangevraagd",
        ReferralState.InTreatment => "In behandeling",
        ReferralState.OnHold => "Aangehouden",
        ReferralState.Completed => "Afgerond",
        ReferralState.Revoked => "Ingetrokken of geweigerd",
        ReferralState.DoNotPerform => "Niet verwijzen",
    };

    /// <param name="request">A referral.</param>
    /// <param name="isActedOn">Something at the hospital names it as its ground.</param>
    internal static ReferralState Of(ServiceRequest request, bool isActedOn) => request switch
    {
        { DoNotPerform: true } => ReferralState.DoNotPerform,
        { Status: "revoked" } => ReferralState.Revoked,
        { Status: "completed" } => ReferralState.Completed,
        { Status: "draft" } or { Intent: not ("order" or "original-order" or "reflex-order" or "filler-order" or "instance-order") } => ReferralState.Draft,
        { Status: "active" } => isActedOn ? ReferralState.InTreatment : ReferralState.Requested,
        { Status: "on-hold" } => ReferralState.OnHold,
        _ => ReferralState.Unknown,
    };
}
