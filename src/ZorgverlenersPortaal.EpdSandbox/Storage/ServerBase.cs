using System.Text;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// The sandbox's own address inside resources: unknown while the hospital is made, filled in when they are sent.
/// </summary>
internal static class ServerBase
{
    public const string Placeholder = "http://epd-sandbox.invalid/fhir";

    /// <summary>
    /// The JSON as it goes out, with the placeholder replaced by <paramref name="baseAddress"/> (no slash at the end).
    /// </summary>
    public static ReadOnlyMemory<byte> Fill(StoredResource resource, string baseAddress) =>
        resource.NamesBase
            ? Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(resource.Json.Span).Replace(Placeholder, baseAddress, StringComparison.Ordinal))
            : resource.Json;
}
