using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>One certificate that must be refused for one reason, and the world in which it is judged.</summary>
internal sealed record UziRefusalCase(UziRefusal Refusal, Func<TestPki, X509Certificate2?> Card)
{
    /// <summary>Null is the shared PKI's own trust.</summary>
    public Func<TestPki, UziTrust>? Trust { get; init; }

    /// <summary>Null is a fresh list of every CA with nothing on it.</summary>
    public Func<TestPki, TimeProvider, X509Certificate2?, RevocationStore>? Store { get; init; }

    public UziVerdict Judge()
    {
        var pki = TestPki.Shared;
        var clock = new SettableClock(pki.Now);
        using var card = Card(pki);
        var store = Store?.Invoke(pki, clock, card) ?? pki.Store(clock);
        return new UziJudgement(Trust?.Invoke(pki) ?? pki.Trust(), store, clock).Judge(card);
    }
}
