using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>The steps of sign-in in words, and where each refusal stops.</summary>
public static class CardSteps
{
    /// <summary>What a step establishes. Dutch.</summary>
    public static string Dutch(this CardStep step) => step switch
    {
        CardStep.Offered => "Je browser biedt een pas aan",
        CardStep.Readable => "We kunnen de pas lezen",
        CardStep.Issuer => "De pas is van het UZI-register",
        CardStep.Dates => "De pas is nu geldig",
        CardStep.Purpose => "Dit is het certificaat om mee in te loggen",
        CardStep.Revocation => "De pas is niet ingetrokken",
        CardStep.Name => "Op de pas staan de UZI-gegevens van één persoon",
        CardStep.Role => "De soort pas en het beroep geven toegang",
        CardStep.Numbers => "De nummers op de pas kloppen met elkaar",
        CardStep.Account => "Bij de pas hoort een account dat open is",
    };

    /// <summary>The step that a refusal of the card stops at.</summary>
    public static CardStep Of(UziRefusal refusal) => refusal switch
    {
        UziRefusal.NoCertificate => CardStep.Offered,
        UziRefusal.Malformed => CardStep.Readable,
        UziRefusal.UntrustedChain or UziRefusal.UnknownIssuer or UziRefusal.TestCardNotAllowed => CardStep.Issuer,
        UziRefusal.NotYetValid or UziRefusal.Expired or UziRefusal.IssuerNotValid => CardStep.Dates,
        UziRefusal.LeafIsCa or UziRefusal.WeakKey or UziRefusal.WeakSignature or UziRefusal.NotAuthenticationCertificate
            or UziRefusal.WrongKeyUsage or UziRefusal.NotForClientAuthentication or UziRefusal.WrongPolicy => CardStep.Purpose,
        UziRefusal.NoRevocationAddress or UziRefusal.Revoked or UziRefusal.IssuerRevoked or UziRefusal.RevocationListTooOld
            or UziRefusal.RevocationUnknown => CardStep.Revocation,
        UziRefusal.NotUzi or UziRefusal.AmbiguousSan or UziRefusal.InvalidSan or UziRefusal.InvalidVersion or UziRefusal.InvalidType
            or UziRefusal.InvalidUziNumber or UziRefusal.UnknownCaOid or UziRefusal.CardTypeMismatch => CardStep.Name,
        UziRefusal.EmployeeCard or UziRefusal.UnnamedCard or UziRefusal.ServerCertificate or UziRefusal.RoleMismatch
            or UziRefusal.RoleNotAdmitted => CardStep.Role,
        UziRefusal.InconsistentNumber => CardStep.Numbers,
    };
}
