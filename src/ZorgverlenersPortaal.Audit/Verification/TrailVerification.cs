using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>One verification of all nodes; see <see cref="AuditVerifier"/>.</summary>
internal sealed class TrailVerification
{
    private readonly string _folder;
    private readonly string? _checkpoints;
    private readonly string? _key;
    private readonly IProgress<VerificationProgress>? _progress;

    public TrailVerification(string folder, string? checkpoints, string? key, IProgress<VerificationProgress>? progress)
    {
        if (checkpoints is null != key is null)
        {
            throw new ArgumentException(
                "Checkpoints prove nothing without the key that signed them: give both or neither.", nameof(key));
        }

        _folder = folder;
        _checkpoints = checkpoints;
        _key = key;
        _progress = progress;
    }

    public VerificationReport Run()
    {
        List<ECDsa> keys = _key is null ? [] : AuditCheckpointKey.Load(_key);
        try
        {
            return new VerificationReport([.. Nodes().Select(node => Verify(node, keys))]);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    /// <summary>A node whose trail is gone altogether still has its checkpoints.</summary>
    private IEnumerable<string> Nodes()
    {
        var trails = TrailFiles.Nodes(_folder, TrailFiles.DatabaseSuffix);
        var sworn = _checkpoints is null ? [] : TrailFiles.Nodes(_checkpoints, TrailFiles.CheckpointSuffix);
        return trails.Union(sworn, StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private NodeVerification Verify(string node, List<ECDsa> keys)
    {
        var path = TrailFiles.Database(_folder, node);
        if (!File.Exists(path))
        {
            return Nothing(node, TrailFault.TailCut, $"There are checkpoints, but {path} is gone.");
        }

        try
        {
            var witness = CheckpointWitness.Of(node, _checkpoints, keys);
            using var verifier = new NodeVerifier(path, node, witness);
            return verifier.Run(_progress);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            return Nothing(node, TrailFault.Unreadable, fault.Message);
        }
    }

    private static NodeVerification Nothing(string node, TrailFault kind, string detail)
    {
        var none = Convert.ToHexStringLower(TrailHead.Empty.Hash);
        return new NodeVerification(node, 0, null, null, none, 0, new TrailFinding(kind, node, 1, detail));
    }
}
