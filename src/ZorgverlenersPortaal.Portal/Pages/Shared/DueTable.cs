using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>The accounts that must be confirmed soon, or should have been.</summary>
/// <param name="Accounts">The longest waiting first.</param>
/// <param name="MayConfirm">With a button to confirm; the security officer only reads.</param>
public sealed record DueTable(IReadOnlyList<AccountListing> Accounts, bool MayConfirm)
{
    /// <summary>"3 verlopen, 5 binnenkort".</summary>
    public string Text
    {
        get
        {
            var passed = Accounts.Count(IsPassed);
            return $"{passed} verlopen, {Accounts.Count - passed} binnenkort";
        }
    }

    /// <summary>Nobody signs in with it any more.</summary>
    public static bool IsPassed(AccountListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return listing.State == AccountState.ConfirmationPassed;
    }
}
