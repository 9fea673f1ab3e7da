using System.Collections.Frozen;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Takes away what a request says of a certificate, a person or an address (docs/adr/0016): only the connection knows. A
/// claim of an identity is recorded, once per address per ten minutes and sixty times an hour in all, with the number that
/// was not recorded: whoever floods the portal cannot fill the trail.
/// </summary>
internal sealed class IdentityHeaders(AuditTrail trail, TimeProvider clock)
{
    private const int MaximumAnHour = 60;
    private const int LongestName = 64;
    private static readonly TimeSpan _perAddress = TimeSpan.FromMinutes(10);

    // Compared in lower case with dashes for underscores: servers before and behind this one do not tell them apart.
    private static readonly FrozenSet<string> _addresses = FrozenSet.ToFrozenSet(
        ["forwarded", "x-real-ip", "x-original-for", "x-original-host", "x-original-proto", "true-client-ip", "x-client-ip", "x-cluster-client-ip"]);

    private static readonly FrozenSet<string> _identities = FrozenSet.ToFrozenSet(
    [
        "client-cert", "client-cert-chain", "x-client-cert", "x-client-certificate", "x-arr-clientcert", "ms-aspnetcore-clientcert", "x-forwarded-client-cert",
        "x-forwarded-tls-client-cert", "x-forwarded-tls-client-cert-info", "x-ssl-cert", "remote-user", "x-remote-user", "x-forwarded-user", "x-uzi-nummer", "x-uzi-number",
    ]);

    private static readonly string[] _identityFamilies = ["x-ssl-client-", "ssl-client-", "x-client-cert-", "x-amzn-mtls-", "x-tls-client-", "tls-client-"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _recorded = new(StringComparer.Ordinal);
    private DateTimeOffset _hour;
    private int _thisHour;
    private long _unrecorded;

    /// <summary>Takes them away, and records the claim where there is one.</summary>
    public async Task IgnoreAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        List<string>? claims = null;
        foreach (var name in context.Request.Headers.Keys.Where(IsSuspect).ToList())
        {
            context.Request.Headers.Remove(name);
            var plain = Plain(name);
            if (_identities.Contains(plain) || IsOfAFamily(plain))
            {
                (claims ??= []).Add(plain.Length <= LongestName ? plain : plain[..LongestName]);
            }
        }
        if (claims is not null && Due(context.Connection.RemoteIpAddress?.ToString() ?? "") is { } unrecorded)
        {
            await RecordAsync(context, claims, unrecorded);
        }
    }

    private static bool IsSuspect(string name)
    {
        if (name.Length < 7 || (name[0] | 0x20) is not ('x' or 's' or 'c' or 'f' or 'm' or 'r' or 't'))
        {
            return false;
        }
        var plain = Plain(name);
        return _addresses.Contains(plain) || _identities.Contains(plain) || IsOfAFamily(plain) || plain.StartsWith("x-forwarded-", StringComparison.Ordinal);
    }

    private static bool IsOfAFamily(string plain) => Array.Exists(_identityFamilies, family => plain.StartsWith(family, StringComparison.Ordinal));

    private static string Plain(string name) => name.Replace('_', '-').ToLowerInvariant();

    /// <summary>How many were not recorded since the last that was; null when this one is not either.</summary>
    private long? Due(string address)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _hour >= TimeSpan.FromHours(1) || now < _hour)
            {
                (_hour, _thisHour) = (now, 0);
                _recorded.Clear();
            }
            if (_thisHour >= MaximumAnHour || (_recorded.TryGetValue(address, out var last) && now - last < _perAddress))
            {
                _unrecorded++;
                return null;
            }
            _recorded[address] = now;
            _thisHour++;
            (var unrecorded, _unrecorded) = (_unrecorded, 0);
            return unrecorded;
        }
    }

    private Task<AuditReceipt> RecordAsync(HttpContext context, List<string> claims, long unrecorded)
    {
        var identity = RequestIdentity.Of(context);
        return trail.AppendAsync(
            new()
            {
                Event = AuditEventType.IdentityHeaderIgnored,
                Action = AuditAction.Execute,
                Outcome = AuditOutcome.Refused,
                Time = clock.GetUtcNow(),
                RequestId = identity.RequestId,
                Incident = identity.Incident,
                Actor = AuditActors.Of(null, null, context.Connection.RemoteIpAddress?.ToString()),
                Detail = $"headers:{string.Join(',', claims.Order(StringComparer.Ordinal).Take(5))} unrecorded:{unrecorded}",
            },
            CancellationToken.None);
    }
}
