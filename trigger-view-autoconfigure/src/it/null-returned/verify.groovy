assert new File(basedir, 'build.log').text.contains("[NullAway] returning @Nullable expression from method with @NonNull return type")
