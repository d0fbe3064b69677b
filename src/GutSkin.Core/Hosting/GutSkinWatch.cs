namespace GutSkin.Core.Hosting;

#pragma warning disable RS0030 // Watches the files that the host names, where the host asks for it.

/// <summary>Watches the files of rule sets for as long as the services live, and says when they have changed.</summary>
internal sealed class GutSkinWatch(GutSkinRegistration registration) : IDisposable
{
    // An editor writes a file in several steps: what follows within this time is one change.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly List<FileSystemWatcher> watchers = [];
    private Timer? timer;

    /// <summary>Whose files these are.</summary>
    public GutSkinRegistration Registration { get; } = registration;

    /// <summary>Begins to watch.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="changed">What to do once they are quiet again.</param>
    public void Begin(IEnumerable<string> paths, Action changed)
    {
        timer = new Timer(_ => changed());
        foreach (string path in paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            watcher.Changed += Touch;
            watcher.Created += Touch;
            watcher.Renamed += Touch;
            watcher.EnableRaisingEvents = true;
            watchers.Add(watcher);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
        timer?.Dispose();
    }

    private void Touch(object sender, FileSystemEventArgs change) => timer?.Change(Quiet, Timeout.InfiniteTimeSpan);
}
