namespace ZorgverlenersPortaal.EndToEndTests.Commands;

/// <summary>A test that needs sslscan, which ops/test installs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScanFactAttribute : FactAttribute
{
    public ScanFactAttribute() => Skip = File.Exists("/usr/bin/sslscan") ? null : "not run: needs sslscan: apt-get install sslscan (ops/install)";
}
