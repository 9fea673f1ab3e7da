using System.Globalization;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The days of the portal's own certificate: past its last one every browser turns its user away (H159).</summary>
internal static class ServerCertificateValidity
{
    private static readonly TimeSpan _soon = TimeSpan.FromDays(30);

    /// <summary>Why it cannot serve now, with the mend; null when it can.</summary>
    public static string? Fault(PortalOptions options, DateTimeOffset now)
    {
        using var certificate = options.LoadCertificate();
        if (now >= new DateTimeOffset(certificate.NotAfter))
        {
            return $"Portal:Certificate ended on {Day(certificate.NotAfter)}: put the renewed one in its place, with its key";
        }
        return now < new DateTimeOffset(certificate.NotBefore)
            ? $"Portal:Certificate begins on {Day(certificate.NotBefore)}: wait, or put one in its place that holds now; and look at the clock of this machine"
            : null;
    }

    /// <summary>A line for <c>portal check</c>; begins with FAULT when it does not serve, or for less than thirty days more.</summary>
    public static string Line(PortalOptions options, DateTimeOffset now)
    {
        using var certificate = options.LoadCertificate();
        var fault = Fault(options, now) ?? (now + _soon >= new DateTimeOffset(certificate.NotAfter) ? $"the portal's certificate ends on {Day(certificate.NotAfter)}: renew it" : null);
        return fault is null ? $"the portal's certificate holds until {Day(certificate.NotAfter)}" : "FAULT " + fault;
    }

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
