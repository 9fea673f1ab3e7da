namespace ZorgverlenersPortaal.Dossier.Epd.Outbound;

/// <summary>
/// The token of one EPD and one set of scopes: in memory only, fetched by one for all who wait, renewed while the old one
/// still counts. A refusal is remembered for ten seconds, so that not every section of every doctor asks again.
/// </summary>
internal sealed class AccessTokens(Func<CancellationToken, Task<AccessToken>> fetch, EpdOptions options, EpdHealth health, TimeProvider clock)
{
    private static readonly TimeSpan _refusalLasts = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private AccessToken? _current;
    private Task<AccessToken>? _underway;
    private EpdException? _refusal;
    private DateTimeOffset _refusedUntil;

    /// <summary>A token that counts now. Who gives up waiting ends nobody else's wait.</summary>
    public Task<AccessToken> GetAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var usable = _current is not null && now < _current.UsableUntil;
            if (usable && now < _current!.RenewAt)
            {
                return Task.FromResult(_current);
            }
            if (_refusal is not null && now < _refusedUntil)
            {
                return usable ? Task.FromResult(_current!) : Task.FromException<AccessToken>(new EpdException(_refusal.Failure, _refusal.Message, _refusal));
            }
            var fetching = _underway ??= Task.Run(FetchAsync, CancellationToken.None);
            return usable ? Task.FromResult(_current!) : fetching.WaitAsync(cancellation);
        }
    }

    /// <summary>A fresh token in place of one that the EPD no longer takes; whoever comes second gets what the first fetched.</summary>
    public Task<AccessToken> ReplaceAsync(AccessToken refused, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _current = ReferenceEquals(_current, refused) ? null : _current;
        }
        return GetAsync(cancellation);
    }

    private async Task<AccessToken> FetchAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds), clock);
        try
        {
            var token = await fetch(deadline.Token);
            health.Granted(SmartScopes.Missing(options.Smart.Asked, token.Granted));
            Keep(token, null);
            return token;
        }
        catch (Exception e)
        {
            health.TokenFailed(e is EpdException { Failure: var failure } ? failure : EpdFailure.Unreachable);
            Keep(null, e as EpdException);
            throw;
        }
    }

    private void Keep(AccessToken? token, EpdException? failed)
    {
        lock (_gate)
        {
            _underway = null;
            _current = token ?? _current;
            _refusal = failed is { Failure: EpdFailure.NotAuthenticated } ? failed : null;
            _refusedUntil = clock.GetUtcNow() + _refusalLasts;
        }
    }
}
