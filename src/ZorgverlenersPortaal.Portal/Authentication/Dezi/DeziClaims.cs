using Microsoft.IdentityModel.JsonWebTokens;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>The claims of a token whose signature counts. Each check refuses with a code of its own.</summary>
internal sealed class DeziClaims(JsonWebToken token)
{
    /// <summary>Clocks may differ by this much.</summary>
    internal static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>A token is fetched as soon as it is made; nothing older is of this sign-in.</summary>
    internal static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(5);

    /// <summary>Made by this issuer, to the letter.</summary>
    public DeziClaims From(string issuer) => token.Issuer == issuer ? this : throw Refuse(DeziRefusal.IssuerMismatch, "iss");

    /// <summary>Made for this party and for nobody else.</summary>
    public DeziClaims For(string client) => token.Audiences.SequenceEqual([client]) ? this : throw Refuse(DeziRefusal.AudienceMismatch, "aud");

    /// <summary>Valid at this moment.</summary>
    public DeziClaims At(DateTimeOffset now)
    {
        if (now >= Time("exp") + Skew)
        {
            throw Refuse(DeziRefusal.Expired, "exp");
        }
        return token.TryGetPayloadValue<object>("nbf", out _) && Time("nbf") > now + Skew ? throw Refuse(DeziRefusal.NotYetValid, "nbf") : this;
    }

    /// <summary>Made just now.</summary>
    public DeziClaims MadeAt(DateTimeOffset now)
    {
        var made = Time("iat");
        if (made > now + Skew)
        {
            throw Refuse(DeziRefusal.NotYetValid, "iat");
        }
        return made < now - LongestAge ? throw Refuse(DeziRefusal.Stale, "iat") : this;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => Optional(name) ?? throw Refuse(DeziRefusal.AnswerMalformed, name);

    /// <summary>A text, or null.</summary>
    public string? Optional(string name) => token.TryGetPayloadValue<string?>(name, out var value) ? value : null;

    /// <summary>A moment that must be there, in seconds since 1970.</summary>
    public DateTimeOffset Time(string name)
    {
        // Beyond the calendar it is no moment.
        return token.TryGetPayloadValue<long>(name, out var seconds) && seconds is >= 0 and <= 253_402_300_799 - 60
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw Refuse(DeziRefusal.AnswerMalformed, name);
    }

    /// <summary>A moment, or null.</summary>
    public DateTimeOffset? OptionalTime(string name) => token.TryGetPayloadValue<long>(name, out _) ? Time(name) : null;

    private static DeziRefusedException Refuse(DeziRefusal refusal, string claim) => new(refusal, claim);
}
