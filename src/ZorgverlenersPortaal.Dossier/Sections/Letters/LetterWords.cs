using System.Text;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>The words of a letter that the EPD has as text: plain text beside or in place of the PDF, or else its narrative.</summary>
internal sealed class LetterWords(EpdContents contents)
{
    /// <summary>Longer than any letter; keeps a hostile one cheap.</summary>
    private const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, what was read for it, and whether there is text that cannot be shown. Never throws for the EPD.</summary>
    public async Task<(string? Text, string? AlsoRead, bool IsGone)> ReadAsync(PatientGrant grant, Letter letter, Fhir.DocumentReference document, CancellationToken cancellation)
    {
        if (letter.PlainText is not { } file)
        {
            var told = letter.Narrative is { } div ? NarrativeText.Read(div) : "";
            return (string.IsNullOrWhiteSpace(told) ? null : told, null, told is null);
        }
        var binary = file.BinaryId is { } id ? $"Binary/{id}" : null;
        try
        {
            var bytes = file.BinaryId is not null
                ? await contents.BinaryAsync(grant, (file.BinaryId, grant.PatientId), "text/plain", MostBytes, cancellation)
                : await contents.InlineAsync(grant, document, file.Index, cancellation);
            var text = bytes is null or { Length: > MostBytes } ? null : Clean(_strict.GetString(bytes));
            return (text, binary, text is null);
        }
        catch (Exception e) when (e is EpdException or DecoderFallbackException)
        {
            return (null, binary, true);
        }
    }

    /// <summary>No control signs but line ends and tabs, nor signs that turn the direction of what follows.</summary>
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !(char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFEFF')));
}
