namespace ZorgverlenersPortaal.Portal.Settings;

/// <summary>The oldest .NET that holds the mends the portal needs: CVE-2026-50528 let people past the checks in TLS (security.md §4.3).</summary>
public static class RuntimeFloor
{
    private static readonly Version _oldest = new(10, 0, 10);

    /// <summary>What is wrong with this version of the runtime; empty when nothing is.</summary>
    public static string[] Faults(Version runtime) => runtime >= _oldest
        ? []
        : [$"The .NET runtime is {runtime}, which lets people past the checks of a card (CVE-2026-50528): install {_oldest} or newer"];
}
