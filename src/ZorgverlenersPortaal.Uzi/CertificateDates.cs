using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>Dates of the card and of every CA above it, the root included, by our own clock.</summary>
internal static class CertificateDates
{
    public static UziFinding? Check(
        CertificateFrame card, IEnumerable<X509Certificate2> authorities, DateTimeOffset now)
    {
        if (now < card.NotBefore)
        {
            return new(UziRefusal.NotYetValid, $"valid from {card.NotBefore:u}");
        }

        return now > card.NotAfter
            ? new(UziRefusal.Expired, $"expired at {card.NotAfter:u}")
            : CheckAuthorities(authorities, now);
    }

    public static UziFinding? CheckAuthorities(IEnumerable<X509Certificate2> authorities, DateTimeOffset now)
    {
        var time = now.UtcDateTime;
        var outside = authorities.FirstOrDefault(ca =>
            time < ca.NotBefore.ToUniversalTime() || time > ca.NotAfter.ToUniversalTime());
        return outside is null ? null : new(UziRefusal.IssuerNotValid, $"CA '{outside.Subject}' is outside its dates");
    }
}
