using System.ComponentModel;
using System.Diagnostics;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A test that makes system calls of another process fail; skipped, with the reason, where that is not allowed.</summary>
public sealed class StraceTheoryAttribute : TheoryAttribute
{
    public StraceTheoryAttribute()
    {
        try
        {
            using var tried = Process.Start(new ProcessStartInfo("strace", ["-qq", "-o", "/dev/null", "true"]) { UseShellExecute = false, RedirectStandardError = true })!;
            tried.WaitForExit();
            Skip = tried.ExitCode == 0 ? null : "Needs the right to trace a process.";
        }
        catch (Win32Exception)
        {
            Skip = "Needs strace.";
        }
    }
}
