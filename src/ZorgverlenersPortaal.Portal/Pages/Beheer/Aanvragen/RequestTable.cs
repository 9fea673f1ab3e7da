using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Aanvragen;

/// <summary>The requests that are not decided, as one administrator sees them.</summary>
/// <param name="Requests">Oldest first; those that wait for the applicant last.</param>
/// <param name="Me">UZI number of the administrator.</param>
public sealed record RequestTable(IReadOnlyList<ReviewedRequest> Requests, string Me)
{
    /// <summary>"2 wachten op jou".</summary>
    public string Heading
    {
        get
        {
            var mine = Requests.Count(WaitsForMe);
            return mine == 1 ? "1 wacht op jou" : $"{mine} wachten op jou";
        }
    }

    /// <summary>Reads them.</summary>
    public static async Task<RequestTable> ReadAsync(AccountReview review, string me, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new(
            [
                .. await review.ListAsync(RequestStatus.Received, cancellation),
                .. await review.ListAsync(RequestStatus.SupplementAsked, cancellation),
            ],
            me);
    }

    /// <summary>This administrator can decide on it now.</summary>
    public bool WaitsForMe(ReviewedRequest reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var request = reviewed.Request;
        return request.Status == RequestStatus.Received && request.FirstApprover != Me && request.Data.UziNumber != Me;
    }

    /// <summary>What it waits for, when not for this administrator; null when it does.</summary>
    public string? WaitsFor(ReviewedRequest reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var request = reviewed.Request;
        return request.Status == RequestStatus.SupplementAsked ? "Wacht op aanvulling"
            : request.FirstApprover is not null ? "Wacht op tweede beoordelaar"
            : request.Data.UziNumber == Me ? "Je eigen aanvraag: een andere beheerder beslist"
            : null;
    }
}
