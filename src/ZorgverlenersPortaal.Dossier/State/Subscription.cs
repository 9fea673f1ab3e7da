namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>Ends a subscription, once.</summary>
internal sealed class Subscription(Action end) : IDisposable
{
    private Action? _end = end;

    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
