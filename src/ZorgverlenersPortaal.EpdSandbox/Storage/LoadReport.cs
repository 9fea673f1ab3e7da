namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>What came of reading the data folder: how much was loaded, and which files were skipped and why.</summary>
internal sealed record LoadReport(int Files, int Resources, IReadOnlyList<(string File, string Reason)> Skipped)
{
    public static readonly LoadReport Nothing = new(0, 0, []);
}
