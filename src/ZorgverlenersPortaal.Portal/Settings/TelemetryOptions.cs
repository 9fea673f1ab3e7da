using System.Globalization;

namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>Where traces and metrics are sent; section <c>Telemetry</c> (docs/adr/0045).</summary>
public sealed class TelemetryOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Address of a collector that takes OTLP over HTTP (protobuf), without <c>/v1/…</c>; empty: nothing is sent.</summary>
    public string Address { get; set; } = "";

    /// <summary>File with a bearer token for the collector; empty: none.</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>Share of the requests that are traced, 0 to 1.</summary>
    public double TraceShare { get; set; } = 0.05;

    /// <summary>Seconds between two sendings of the metrics.</summary>
    public double MetricsSeconds { get; set; } = 60;

    /// <summary>Traces and metrics are sent.</summary>
    public bool IsOn => Address.Length > 0;

    /// <summary>Every fault in these settings, naming the key and the mend.</summary>
    public IEnumerable<string> Faults(bool isProduction)
    {
        if (!IsOn)
        {
            if (TokenFile.Length > 0)
            {
                yield return "Telemetry:TokenFile has no meaning without Telemetry:Address; set the address, or take it away";
            }
            yield break;
        }
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address is not { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 })
        {
            yield return "Telemetry:Address must be an absolute http(s) address without query, fragment or user, e.g. http://127.0.0.1:4318";
        }
        else if (isProduction && address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            yield return "Telemetry:Address is http in Production: use https, or a collector on this machine";
        }
        if (TokenFile.Length > 0 && !File.Exists(TokenFile))
        {
            yield return $"Telemetry:TokenFile: there is no file '{TokenFile}'";
        }
        if (TraceShare is not (>= 0 and <= 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Telemetry:TraceShare is {TraceShare}; it must lie between 0 and 1");
        }
        if (MetricsSeconds is not (>= 1 and <= 3600))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Telemetry:MetricsSeconds is {MetricsSeconds}; it must lie between 1 and 3600");
        }
    }
}
