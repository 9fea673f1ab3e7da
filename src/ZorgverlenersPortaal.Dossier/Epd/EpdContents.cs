using System.Net;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// Reads the bytes of a document whole, where they cannot be streamed: from inside its resource, or to search in them. Bounded by
/// Epd:MaximumBytes; nothing is kept (R5). Throws <see cref="EpdException"/>.
/// </summary>
internal sealed class EpdContents(EpdTransport transport, EpdConnection connection, EpdOptions options)
{
    /// <summary>
    /// What stands inside a DocumentReference or DiagnosticReport, in the version that was decided on and recorded: another version, or a stranger's, is
    /// none of it (R4). Null when it is no base64.
    /// </summary>
    public async Task<byte[]?> InlineAsync(EpdGrant grant, Resource decided, int index, CancellationToken cancellation)
    {
        var query = EpdQuery.Read(decided.ResourceType, decided.Id!);
        grant.Demand(query);
        byte[]? bytes = null;
        var found = await transport.SendAsync(
            EpdRequest.Get(new Uri(options.Base, query.RelativeAddress(options.PageSize)), grant),
            utf8 =>
            {
                var read = FhirJson.Read(utf8);
                var content = Form(read, index)?.Data;
                bytes = content is null ? null : InlineBytes.Decode(utf8, content);
                return read;
            },
            cancellation);
        return found.NotUnderstood is null && found.VersionedReference == decided.VersionedReference && grant.Judge(found) == Coverage.Covered
            ? bytes
            : throw new EpdException(EpdFailure.NotUnderstood, "The EPD answered with another document than was decided on.");
    }

    private static Attachment? Form(Resource resource, int index) => resource switch
    {
        DocumentReference document => document.Contents.ElementAtOrDefault(index)?.Attachment,
        DiagnosticReport report => report.PresentedForms.ElementAtOrDefault(index),
        _ => null,
    };

    /// <summary>The bytes of a Binary of at most <paramref name="most"/> bytes, bare or inside FHIR JSON; null when it cannot be this patient's or is no base64.</summary>
    public async Task<byte[]?> BinaryAsync(EpdGrant grant, (string Id, string PatientId) of, string contentType, int most, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(options.Base, of.Id)) { Version = HttpVersion.Version11 };
        request.Headers.TryAddWithoutValidation("Accept", contentType);
        request.Headers.TryAddWithoutValidation("X-Request-Id", grant.RequestId);
        try
        {
            using var response = await connection.Letters.SendAsync(request, cancellation);
            if (StatusFailure.Of(response.StatusCode) is { } failure)
            {
                throw new EpdException(failure, $"The EPD answered {(int)response.StatusCode} for a letter.");
            }
            var bytes = await ReadAsync(response.Content, IsJson(response.Content) ? options.MaximumBytes : Math.Min(most, options.MaximumBytes), cancellation);
            return IsJson(response.Content) ? Unwrap(bytes, of, contentType, options.Base) : bytes;
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new EpdException(EpdFailure.Unreachable, "The connection to the EPD broke in the middle of a letter.", e);
        }
    }

    /// <summary>Where a Binary lies.</summary>
    public static Uri Address(Uri baseAddress, string id) => new(baseAddress, $"Binary/{Uri.EscapeDataString(id)}");

    /// <summary>The answer is a resource and not the bytes themselves.</summary>
    public static bool IsJson(HttpContent content) => content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>All bytes; throws <see cref="EpdException"/> when there are more.</summary>
    public static async Task<byte[]> ReadAsync(HttpContent content, int most, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > most)
        {
            throw TooLarge();
        }
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(part, cancellation)) > 0;)
        {
            if (kept.Length + read > most)
            {
                throw TooLarge();
            }
            kept.Write(part, 0, read);
        }
        return kept.ToArray();
    }

    /// <summary>
    /// The bytes in a Binary as FHIR JSON; null when it is another Binary, says that it is another patient's, is of another type, not
    /// understood (R10) or no base64.
    /// </summary>
    public static byte[]? Unwrap(ReadOnlySpan<byte> utf8, (string Id, string PatientId) of, string contentType, Uri baseAddress)
    {
        try
        {
            return FhirJson.Read(utf8) is Binary { NotUnderstood: null, Data: { } data } binary
                && binary.Id == of.Id
                && string.Equals(binary.ContentType?.Split(';')[0].Trim(), contentType, StringComparison.OrdinalIgnoreCase)
                && !IsAnothers(binary.SecurityContext, of.PatientId, baseAddress)
                ? InlineBytes.Decode(utf8, data)
                : null;
        }
        catch (FhirFormatException)
        {
            return null;
        }
    }

    /// <summary>It may name a patient or any resource whose rules hold; only a Patient who is not hers, or who cannot be told, speaks against it.</summary>
    private static bool IsAnothers(FhirReference? context, string patientId, Uri baseAddress) =>
        context is not null && ReferenceResolver.Resolve(context, baseAddress) is var resolved
        && (resolved.Kind != ReferenceKind.Resource || (resolved.Type == "Patient" && resolved.Id != patientId));

    private static EpdException TooLarge() => new(EpdFailure.TooLarge, "The letter is larger than may be read whole.");
}
