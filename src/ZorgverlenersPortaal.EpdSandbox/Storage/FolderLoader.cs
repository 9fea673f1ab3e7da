using System.Text.Json;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Hospital;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// Reads a folder of FHIR JSON, folders below it too: *.json (a resource or a Bundle) and *.ndjson (one per line).
/// </summary>
internal static class FolderLoader
{
    /// <summary>
    /// A file with anything in it that is no resource is skipped whole and named in the report. Throws
    /// <see cref="SandboxUsageException"/> when the folder is not there.
    /// </summary>
    public static LoadReport Load(string? folder, ResourceStore store, HospitalCalendar calendar)
    {
        if (folder is null)
        {
            return LoadReport.Nothing;
        }

        if (!Directory.Exists(folder))
        {
            throw new SandboxUsageException($"--data: there is no folder {folder}");
        }

        var (files, resources, skipped) = (0, 0, new List<(string, string)>());
        foreach (var file in Files(folder))
        {
            try
            {
                var drafts = Read(file)
                    .SelectMany(BundleReader.Resources)
                    .Select(resource => ResourceDraft.Of(resource, calendar.Now))
                    .ToList();
                drafts.ForEach(draft => store.Put(draft));
                files++;
                resources += drafts.Count;
            }
            catch (Exception fault)
                when (fault
                        is JsonException
                            or FormatException
                            or InvalidOperationException
                            or ArgumentException
                            or IOException)
            {
                skipped.Add((Path.GetRelativePath(folder, file), fault.Message));
            }
        }

        return new LoadReport(files, resources, skipped);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => IsNdjson(file) || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<JsonObject> Read(string file) =>
        IsNdjson(file)
            ? File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse)
            : [Parse(File.ReadAllText(file))];

    private static JsonObject Parse(string text) =>
        JsonNode.Parse(text) as JsonObject ?? throw new FormatException("not a JSON object");

    private static bool IsNdjson(string file) => file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
}
