using System.Collections.Concurrent;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>Verified OCSP answers, by issuer and serial number. They stand in for a list that is too old.</summary>
internal sealed class OcspAnswers(TimeProvider clock)
{
    /// <summary>How long an answer counts after it came; no card is asked about more often.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Issuer, CertificateSerial Serial), Kept> _answers = new();

    /// <summary>Keeps an answer for an hour since it was <paramref name="asked"/>, never past its nextUpdate.</summary>
    public void Add(string issuer, CertificateSerial serial, OcspAnswer answer, DateTimeOffset asked)
    {
        var until = answer.NextUpdate is { } next && next < asked + Life ? next : asked + Life;
        var heard = new Kept(answer.Verdict, answer.ThisUpdate, until);
        // Another node's answer may come after a newer one; what was known later stands.
        _answers.AddOrUpdate((issuer, serial), heard, (_, known) => known.ThisUpdate > heard.ThisUpdate ? known : heard);
        var now = clock.GetUtcNow();
        foreach (var (key, old) in _answers)
        {
            // Revoked stays until a newer list speaks; it is never taken back by time.
            if (old.Verdict == RevocationVerdict.Good && old.Until + RevocationStore.Grace < now)
            {
                _answers.TryRemove(key, out _);
            }
        }
    }

    /// <summary>An answer said revoked after <paramref name="listed"/>, the moment of the newest list.</summary>
    public bool IsRevoked(string issuer, CertificateSerial serial, DateTimeOffset listed) =>
        _answers.TryGetValue((issuer, serial), out var kept)
        && kept.Verdict == RevocationVerdict.Revoked
        && kept.ThisUpdate > listed;

    /// <summary>An answer said good, and counts at <paramref name="moment"/>.</summary>
    public bool IsGood(string issuer, CertificateSerial serial, DateTimeOffset moment) =>
        _answers.TryGetValue((issuer, serial), out var kept)
        && kept.Verdict == RevocationVerdict.Good
        && moment < kept.Until;

    private sealed record Kept(RevocationVerdict Verdict, DateTimeOffset ThisUpdate, DateTimeOffset Until);
}
