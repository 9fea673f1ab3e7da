using ZorgverlenersPortaal.Dossier.Delegations;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>Delegations in a table, as one of the sides sees them.</summary>
/// <param name="Caption">What the table holds.</param>
/// <param name="Delegations">In the order shown.</param>
/// <param name="Side">Who looks: chooses columns and buttons.</param>
/// <param name="OfficeApproves">The office has to approve each one.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record DelegationLines(
    string Caption, IReadOnlyList<Delegation> Delegations, DelegationSide Side, bool OfficeApproves, DateTimeOffset Now)
{
    /// <summary>"J. van Wijk voor De Linde", to tell buttons apart by ear.</summary>
    public static string About(Delegation delegation)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        return $"{delegation.ReceiverName} voor {delegation.GiverName}";
    }

    /// <summary>The buttons of one line: handler, label, and whether it takes something away.</summary>
    public IReadOnlyList<(string Handler, string Label, bool IsNegative)> Buttons(Delegation delegation)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        if (delegation.Ended is not null || delegation.State == DelegationState.Ended && !delegation.IsLapsed)
        {
            return [];
        }
        return Side switch
        {
            DelegationSide.Receiver when delegation.Accepted is null => [("Aanvaard", "Aanvaarden", false), ("Weiger", "Weigeren", true)],
            DelegationSide.Receiver => [("Stop", "Stoppen", true)],
            DelegationSide.Giver when delegation.MayReconfirm => [("Bevestig", "Opnieuw bevestigen", false), ("Stop", "Intrekken", true)],
            DelegationSide.Giver => [("Stop", "Intrekken", true)],
            DelegationSide.Office when OfficeApproves && delegation.Approved is null => [("Goed", "Goedkeuren", false), ("Weiger", "Afwijzen", true)],
            DelegationSide.Office => [("Stop", "Intrekken", true)],
        };
    }
}
