using ZorgverlenersPortaal.Dossier.Sections.CareMoments;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Who referred, in Dutch.</summary>
public static class ReferralText
{
    /// <summary>As "door jou", "door A. de Wit, van je praktijk"; null when the EPD does not say.</summary>
    public static string? From(Referral referral)
    {
        ArgumentNullException.ThrowIfNull(referral);
        return referral.RequesterKind switch
        {
            RequesterKind.Self => "door jou",
            RequesterKind.OwnPractice => $"door {referral.Requester ?? "een collega"}, van je praktijk",
            RequesterKind.Other or RequesterKind.Unknown => referral.Requester is { } name ? "door " + name : null,
        };
    }
}
