using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>One answer before it is sent.</summary>
internal sealed record FhirAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    public const string FhirJson = "application/fhir+json; charset=utf-8";

    public string ContentType { get; init; } = FhirJson;

    /// <summary>
    /// The version the answer holds (ETag and Last-Modified); null for answers that are no single resource.
    /// </summary>
    public StoredResource? Version { get; init; }

    /// <summary>Seconds for Retry-After; null for none.</summary>
    public int? RetryAfter { get; init; }
}
