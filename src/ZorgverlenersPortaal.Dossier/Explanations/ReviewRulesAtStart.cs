using Microsoft.Extensions.Hosting;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>Records which rules are in force from this start, when they are not those that come with the portal.</summary>
internal sealed class ReviewRulesAtStart(ExplanationOptions options, ReviewRules rules, AuditTrail trail, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.RulesFile.Length == 0)
        {
            return;
        }
        await trail.AppendAsync(
            new()
            {
                Event = AuditEventType.ReviewRulesLoaded,
                Action = AuditAction.Execute,
                Outcome = AuditOutcome.Success,
                Time = clock.GetUtcNow(),
                RequestId = "review-rules",
                Changes = [new("rules", null, "sha256:" + rules.Hash)],
                Detail = "version:" + rules.Version,
            },
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
