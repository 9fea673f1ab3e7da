using ZorgverlenersPortaal.Audit.Verification;

namespace ZorgverlenersPortaal.Audit;

/// <summary>Proves that trails are what was written, or names their first fault; works while a portal is writing.</summary>
public static class AuditVerifier
{
    /// <summary>
    /// Verifies every node that has a trail or checkpoints. Reads only, streams, and keeps nothing in memory. Throws
    /// DirectoryNotFoundException for a folder that is not there and ArgumentException for a key that is none.
    /// </summary>
    /// <param name="storage">Where the trails are kept.</param>
    /// <param name="checkpointFolder">The folder of the checkpoints; null to leave cut tails unseen.</param>
    /// <param name="checkpointKeyOrPublicKey">A PEM file with the keys, private or public; goes with the folder.</param>
    /// <param name="progress">Told now and then how far it is.</param>
    /// <param name="period">
    /// Only the records of these moments, their neighbours, and on to the next checkpoint; null for all. What happened to other records
    /// is then not seen, but for a tail that is cut.
    /// </param>
    public static VerificationReport Verify(
        AuditStorage storage,
        string? checkpointFolder = null,
        string? checkpointKeyOrPublicKey = null,
        IProgress<VerificationProgress>? progress = null,
        VerificationPeriod? period = null) =>
        new TrailVerification(storage, checkpointFolder, checkpointKeyOrPublicKey, period, progress).Run();
}
