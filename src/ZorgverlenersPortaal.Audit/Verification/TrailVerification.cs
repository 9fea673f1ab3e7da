using System.Data.Common;
using System.Security.Cryptography;
using ZorgverlenersPortaal.Audit.Storage;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>One verification of all nodes; see <see cref="AuditVerifier"/>.</summary>
internal sealed class TrailVerification
{
    private readonly AuditStorage _storage;
    private readonly string? _checkpoints;
    private readonly string? _key;
    private readonly IProgress<VerificationProgress>? _progress;
    private readonly VerificationPeriod? _period;

    public TrailVerification(AuditStorage storage, string? checkpoints, string? key, VerificationPeriod? period, IProgress<VerificationProgress>? progress)
    {
        if (checkpoints is null != key is null)
        {
            throw new ArgumentException(
                "Checkpoints prove nothing without the key that signed them: give both or neither.", nameof(key));
        }

        _storage = storage;
        _checkpoints = checkpoints;
        _key = key;
        _progress = progress;
        _period = period;
    }

    public VerificationReport Run()
    {
        List<ECDsa> keys = _key is null ? [] : AuditCheckpointKey.Load(_key);
        try
        {
            return new VerificationReport([.. Verify(keys)]);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    /// <summary>A node whose trail is gone altogether still has its checkpoints.</summary>
    private IEnumerable<NodeVerification> Verify(List<ECDsa> keys)
    {
        HashSet<string> trails = new(_storage.Nodes(), StringComparer.Ordinal);
        var sworn = _checkpoints is null ? [] : TrailFiles.Sworn(_checkpoints);
        return trails.Union(sworn, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(node => trails.Contains(node)
            ? Verify(node, keys)
            : Nothing(node, TrailFault.TailCut, $"There are checkpoints, but the trail in {_storage.Name} is gone."));
    }

    private NodeVerification Verify(string node, List<ECDsa> keys)
    {
        try
        {
            var witness = CheckpointWitness.Of(node, _checkpoints, keys);
            using var verifier = new NodeVerifier(_storage.Rows(node), node, witness, _period);
            return verifier.Run(_progress);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException)
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
