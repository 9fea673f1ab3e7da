using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Portal.Security;

/// <summary>
/// The id of one request: in the log, in the trail and at the EPD. The incident code is its short form that a doctor can
/// read out; both stand on every log line of the request.
/// </summary>
public sealed record RequestIdentity(string RequestId, string Incident)
{
    /// <summary>Without I, L, O and U: nothing to mistake over the telephone (Crockford's base 32).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id of 128 random bits.</summary>
    public static RequestIdentity Create()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        Span<char> code = stackalloc char[9];
        for (var i = 0; i < 8; i++)
        {
            code[i < 4 ? i : i + 1] = Alphabet[random[i] & 31];
        }
        code[4] = '-';
        return new(Convert.ToHexStringLower(random), new string(code));
    }

    /// <summary>The identity of the request at hand.</summary>
    public static RequestIdentity Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<RequestIdentity>() ?? throw new InvalidOperationException("RequestIdentity runs first in the pipeline.");
    }
}
