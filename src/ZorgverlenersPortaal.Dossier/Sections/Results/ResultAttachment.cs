using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>A document that comes with a report.</summary>
/// <param name="Title">The source's title, or "Verslag".</param>
/// <param name="Date">When it was made, as written.</param>
/// <param name="File">What it is and where its content stands; with the report's source it can be opened.</param>
/// <param name="Mark">What it was when the list was made: another file in its place has another mark.</param>
public sealed record ResultAttachment(string Title, WrittenDate? Date, AttachedFile File, string Mark)
{
    /// <summary>A PDF that the portal can open as it opens letters.</summary>
    public bool CanOpen => File is { IsPdf: true, IsThere: true };

    /// <summary>Finds it again in its report, by <see cref="ResultReport.Source"/>; leaves the portal only inside a handle.</summary>
    public string Key(ResultReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Create(CultureInfo.InvariantCulture, $"{File.Index}/{report.Source.Split('/')[1]}/{Mark}");
    }

    /// <summary>The mark of a file; what stands inside the report may change with each of its versions.</summary>
    internal static string MarkOf(DiagnosticReport report, Attachment file)
    {
        string?[] told = [file.Url, file.Hash, file.Title, file.ContentType, file.Creation?.ToString(), file.HasData ? report.VersionId : null, file.HasData ? file.Data?.Length.ToString(CultureInfo.InvariantCulture) : null];
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', told))).AsSpan(0, 12));
    }
}
