namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>The configuration has faults; the message lists them all.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults)
    : Exception("The configuration has faults:" + string.Concat(faults.Select(f => Environment.NewLine + "  - " + f)))
{
    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
