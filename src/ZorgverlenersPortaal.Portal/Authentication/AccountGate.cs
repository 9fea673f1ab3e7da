using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Whether the holder of an accepted card has an account to go in with: at sign-in and again at every request. An employee card
/// goes in with a staff account only, a doctor's card with a doctor's account only.
/// </summary>
public sealed class AccountGate(AccountRegister accounts, SignInBook book, AccountsOptions options, TimeProvider clock)
{
    private const string UnspecifiedPhysician = "01.000";

    /// <summary>The account, and why this card may not go in with it; null when it may.</summary>
    public async Task<(Account? Account, AccountRefusal? Refusal)> JudgeAsync(UziIdentity card, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        var account = await accounts.FindAsync(card.UziNumber, cancellation);
        return (account, Judge(card, account));
    }

    /// <summary>Notes a try to sign in where the holder and the office can read it back.</summary>
    public Task NoteAsync(UziIdentity card, string outcome, string? address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        return book.NoteAsync(
            card.UziNumber, new(clock.GetUtcNow(), outcome, address, card.CertificateSerial, card.Agb, card.NotAfter), cancellation);
    }

    private AccountRefusal? Judge(UziIdentity card, Account? account)
    {
        var isEmployee = card.CardType == UziCardType.NamedEmployee;
        if (isEmployee && account?.Function.IsStaff() != true)
        {
            // Whoever has no staff account learns no more than from any other employee card (R16).
            return AccountRefusal.EmployeeCard;
        }
        if (card.RoleCode == UnspecifiedPhysician && account is not { IsConfirmedPhysician: true, IsInTraining: false })
        {
            return account is { IsInTraining: true } ? AccountRefusal.InTraining : AccountRefusal.RoleNotConfirmed;
        }
        return account switch
        {
            null => AccountRefusal.NoAccount,
            { Status: AccountStatus.Blocked } => AccountRefusal.Blocked,
            _ when options.ConfirmedUntil(account) <= clock.GetUtcNow() => AccountRefusal.ConfirmationPassed,
            _ when isEmployee => null,
            { IsInTraining: true } => AccountRefusal.InTraining,
            _ when account.Function.IsStaff() => AccountRefusal.RoleConflict,
            { Agb: null } => AccountRefusal.NoAgb,
            _ when card.Agb is { } agb && agb != account.Agb.Value => AccountRefusal.AgbConflict,
            _ when card.RoleCode != UnspecifiedPhysician && CareRoles.OfCode(card.RoleCode) != account.Role => AccountRefusal.RoleConflict,
            _ => null,
        };
    }
}
