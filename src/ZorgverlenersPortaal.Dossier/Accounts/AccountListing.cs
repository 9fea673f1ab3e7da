namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>An account on the office's list.</summary>
/// <param name="Account">The account.</param>
/// <param name="State">How it stands now.</param>
/// <param name="ConfirmedUntil">When it must be confirmed again.</param>
/// <param name="LastSignIn">The last sign-in that succeeded; null when none is known.</param>
/// <param name="CardExpires">Until when the card of that sign-in is valid.</param>
public sealed record AccountListing(
    Account Account, AccountState State, DateTimeOffset ConfirmedUntil, DateTimeOffset? LastSignIn, DateTimeOffset? CardExpires);
