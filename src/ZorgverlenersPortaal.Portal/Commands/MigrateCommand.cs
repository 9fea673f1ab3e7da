using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Brings the accounts database up to this version, as the role that owns its tables; needs no other setting.</summary>
internal static class MigrateCommand
{
    public static int Run(CommandInput input)
    {
        input.Done();
        var storage = input.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var faults = storage.Faults(isProduction: false).ToList();
        if (faults.Count > 0)
        {
            throw new CommandException(string.Join(Environment.NewLine, faults));
        }
        var change = Database.Migrate(storage);
        Console.WriteLine(change.Before == change.After
            ? FormattableString.Invariant($"The tables have schema {change.After} already; nothing was changed.")
            : FormattableString.Invariant($"Brought the tables from schema {change.Before} to {change.After}."));
        return 0;
    }
}
