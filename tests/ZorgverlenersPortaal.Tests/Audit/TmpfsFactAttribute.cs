using System.ComponentModel;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>A test that needs a disk of its own; skipped, with the reason, where none can be mounted.</summary>
public sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute()
    {
        try
        {
            new Tmpfs(megabytes: 1).Dispose();
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            Skip = "Needs root and the right to mount a tmpfs.";
        }
    }
}
