using System.ComponentModel;
using System.Diagnostics;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>A test of a bash script that needs OpenSSL 3; says that it was not run where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenSslFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> _found = new(() =>
    {
        try
        {
            var start = new ProcessStartInfo("bash", ["-c", "openssl version"]) { UseShellExecute = false, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var version = process.StandardOutput.ReadToEnd();
            return version.StartsWith("OpenSSL ", StringComparison.Ordinal) && version[8] is >= '3' and <= '9';
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public OpenSslFactAttribute() => Skip = Missing;

    /// <summary>Null where OpenSSL 3 is there.</summary>
    internal static string? Missing => _found.Value ? null : "not run: bash or OpenSSL 3 is missing";
}
