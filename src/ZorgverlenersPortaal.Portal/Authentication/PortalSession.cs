using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>A signed-in doctor, bound to one card, or to none when signed in with Dezi. Kept server-side and encrypted; the browser holds only a random secret.</summary>
public sealed record PortalSession
{
    /// <summary>Opaque reference for trail and handles; not the secret.</summary>
    public required string Reference { get; init; }

    /// <summary>What it was signed in with; a session that does not say so was made with a card.</summary>
    public SignInMethod Method { get; init; } = SignInMethod.Card;

    /// <summary>The card that signed in, as it was judged then; judged again at every request. With Dezi: the person, and no certificate.</summary>
    public required UziIdentity Card { get; init; }

    /// <summary>Generation of the account at sign-in; a later block makes it old, also after the account is unblocked (R8).</summary>
    public int AccountGeneration { get; init; }

    /// <summary>When the doctor signed in.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The network address the doctor signed in from.</summary>
    public string? Address { get; init; }

    /// <summary>The last request.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The person of this session, as the trail stores it.</summary>
    public AuditActor Actor(string? address) => AuditActors.Of(Card, Reference, address);
}
