namespace ZorgverlenersPortaal.Audit.Verification;

internal sealed class TrailVerification(string f, string? c, string? k, IProgress<VerificationProgress>? p)
{
    public VerificationReport Run()
    {
        _ = (f, c, k, p);
        throw new NotSupportedException("Not built yet.");
    }
}
