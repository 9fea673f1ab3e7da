using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Beheer.Accounts;

/// <summary>The state of an account as the office reads it.</summary>
public static class AccountStates
{
    private const int WarnDays = 30;

    /// <summary>In words.</summary>
    public static string Dutch(this AccountState state) => state switch
    {
        AccountState.Active => "Actief",
        AccountState.Blocked => "Geblokkeerd",
        AccountState.ConfirmationPassed => "Verlopen",
    };

    /// <summary>The label: its words and its colour; a card that soon expires is told as well.</summary>
    public static (string Text, string CssClass) Label(AccountListing listing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return listing.State switch
        {
            AccountState.Blocked => (listing.State.Dutch(), "zvp-label--danger"),
            AccountState.ConfirmationPassed => (listing.State.Dutch(), "zvp-label--warn"),
            AccountState.Active when listing.CardExpires is { } expires && Clock.Day(expires) < today.AddDays(WarnDays) => (
                Clock.Day(expires) < today ? $"Pas verlopen {Clock.Date(expires)}" : $"Pas verloopt {Clock.Date(expires)}", "zvp-label--warn"),
            AccountState.Active => (listing.State.Dutch(), "zvp-label--ok"),
        };
    }

    /// <summary>A second line below the label, or null.</summary>
    public static string? Detail(AccountListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return listing.State switch
        {
            AccountState.Blocked => string.Join(", ", new[] { listing.Account.BlockReason, listing.Account.BlockedAt is { } at ? Clock.DateAndTime(at) : null }.Where(p => p is not null)),
            AccountState.ConfirmationPassed => $"bevestigd tot {Clock.Date(listing.ConfirmedUntil)}",
            AccountState.Active => listing.Account.IsInTraining ? "in opleiding, kan niet inloggen" : null,
        };
    }
}
