param($installPath, $toolsPath, $package, $project)

# Visual Studio runs this for packages.config only, which knows nothing of analyzers; PackageReference adds them by itself.
$analyzers = $project.Object.AnalyzerReferences
$language = @{ 'C#' = 'cs'; 'VB.NET' = 'vb' }[$project.Type]
if ($null -eq $analyzers -or $null -eq $language) { return }

foreach ($file in Get-ChildItem -Path (Join-Path $installPath "analyzers/dotnet/$language") -Filter '*.dll') {
    $analyzers.Add($file.FullName)
}
