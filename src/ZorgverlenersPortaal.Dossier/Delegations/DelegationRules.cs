using ZorgverlenersPortaal.Dossier.Accounts;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>How a delegation stands: of what is kept, the giver's account and the clock alone.</summary>
internal static class DelegationRules
{
    /// <summary>May this account look at patients: what sign-in asks of an account (`AccountGate`), without the card.</summary>
    public static bool MayLook(Account account, AccountsOptions accounts, DateTimeOffset now) =>
        account is { Status: AccountStatus.Active, Function: AccountFunction.CareProvider, Role: not null, IsInTraining: false, Agb: not null }
        && accounts.ConfirmedUntil(account) > now;

    /// <summary>The moment by which the giver must confirm again; null when the delegation ends before it.</summary>
    public static DateTimeOffset? ReconfirmBefore(Delegation delegation, DelegationOptions options)
    {
        var until = (delegation.Reconfirmed ?? delegation.Made).AddMonths(options.ReconfirmMonths);
        return until < delegation.End ? until : null;
    }

    /// <summary>From the first reminder on, until its last day is over.</summary>
    public static bool MayReconfirm(Delegation delegation, DelegationOptions options, DateTimeOffset now) =>
        delegation.Ended is null && now < delegation.End && ReconfirmBefore(delegation, options) is { } until && now >= until.AddDays(-options.RemindFrom);

    /// <summary>Its state at a moment. Only the last line opens anything.</summary>
    public static DelegationState StateOf(Delegation delegation, bool giverMayLook, DelegationOptions options, DateTimeOffset now) => delegation switch
    {
        { Ended: not null } => DelegationState.Withdrawn,
        _ when now >= delegation.End || ReconfirmBefore(delegation, options) <= now => DelegationState.Ended,
        { Accepted: null } => DelegationState.AwaitingAcceptance,
        { Approved: null } when options.OfficeApproves => DelegationState.AwaitingApproval,
        _ when now < delegation.From => DelegationState.NotYet,
        _ when !giverMayLook => DelegationState.GiverInactive,
        _ when delegation.Shifts?.Covers(now) != true => DelegationState.OutsideShift,
        _ => DelegationState.InForce,
    };

    /// <summary>Is the practice AGB covered: the rule is on, and the giver is the manager of her practice at this moment.</summary>
    public static bool CoversPractice(Delegation delegation, Account giver, DelegationOptions options) =>
        delegation.CoversPractice && MayHandOverPractice(giver, options);

    /// <summary>May this doctor hand over the patients of the practice's AGB?</summary>
    public static bool MayHandOverPractice(Account giver, DelegationOptions options) =>
        options.OwnPractice && giver is { IsPracticeManager: true, PracticeAgb: not null };
}
