using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Aanvragen;

/// <summary>How far a request is, in words for the applicant (R9).</summary>
public static class ProgressText
{
    /// <summary>In a few words.</summary>
    public static string Title(RequestStatus status) => status switch
    {
        RequestStatus.Received => "We bekijken je aanvraag",
        RequestStatus.SupplementAsked => "Vul je aanvraag aan",
        RequestStatus.Approved => "Je aanvraag is goedgekeurd",
        RequestStatus.Refused => "Je aanvraag is afgewezen",
    };

    /// <summary>What it means, and what to do.</summary>
    public static string Lead(RequestStatus status) => status switch
    {
        RequestStatus.Received => "Je hoeft nu niets te doen. Kijk later nog eens op deze pagina.",
        RequestStatus.SupplementAsked => "We kunnen nog niet beslissen. Lees wat we vragen en stuur je gegevens opnieuw.",
        RequestStatus.Approved => "Je hebt een account. Log in met je UZI-pas.",
        RequestStatus.Refused => "Je krijgt geen account. Ben je het er niet mee eens? Bel ons.",
    };
}
